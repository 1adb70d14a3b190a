@minLength(3)
@maxLength(24)
param name string
param location string
param tags object
param sku string

@description('Whether the account is locked against deletion. A lock does not keep anybody from deleting rows or tables.')
param locked bool

param workspaceId string

@description('The identity that gets the roles.')
param principalId string

@description('What the identity may read and write here.')
param roles ('blob' | 'queue' | 'table')[]

@description('A blob container to make; empty for none.')
param container string = ''

var roleIds = {
  blob: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner: the host sets leases and tags on its blobs
  queue: '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  table: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Reachable from anywhere, readable by the identity alone: the app has no network of its own.
    publicNetworkAccess: 'Enabled'
  }

  resource tables 'tableServices' existing = { name: 'default' }

  resource blobs 'blobServices' = if (!empty(container)) {
    name: 'default'

    resource package 'containers' = { name: container }
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(account.id, principalId, roleIds[role])
    scope: account
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[role])
      principalId: principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'kept-for-years'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Cases are kept for years, and tables have no soft delete.'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account::tables
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageDelete', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

output name string = account.name
output tableUri string = account.properties.primaryEndpoints.table

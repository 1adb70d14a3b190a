@minLength(3)
@maxLength(24)
param name string
param location string
param tags object

@description('Whether the vault can be neither deleted nor purged before its time. It cannot be turned off again.')
param protected bool

param workspaceId string

@description('The identity of the app, which reads the certificate with its private key.')
param readerId string

@description('Who makes and renews the certificate.')
param certifierId string
param certifierType string

var certificateName = 'data-protection'
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var keyVaultCertificatesOfficer = 'a4417e6f-fecd-4de8-b567-7b0420556985'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: protected ? 90 : 7
    // Azure takes true or nothing here. Without the certificate all personal data is lost.
    enablePurgeProtection: protected ? true : null
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerId, keyVaultSecretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
    principalId: readerId
    principalType: 'ServicePrincipal'
  }
}

resource certifier 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, certifierId, keyVaultCertificatesOfficer)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultCertificatesOfficer)
    principalId: certifierId
    principalType: certifierType
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (protected) {
  name: 'kept-for-years'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Without the certificate in it no personal data can be read again.'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

output name string = vault.name
output certificateName string = certificateName
// A certificate with its private key is read as the secret of its name. Without a version, the newest is taken.
output certificateUri string = '${vault.properties.vaultUri}secrets/${certificateName}'

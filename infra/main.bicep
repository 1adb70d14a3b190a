targetScope = 'subscription'

@description('Name of the azd environment. It names the resource group and, hashed, every resource in it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of every resource. It must offer Flex Consumption and, for prod, availability zones and a paired region.')
@minLength(1)
@metadata({ azd: { type: 'location' } })
param location string

@description('dev: cheap, and can be deleted whole. prod: zones, a copy in the paired region, instances always ready, locks.')
@allowed(['dev', 'prod'])
param stage string

@description('The OIDC authority whose tokens are taken; an https address.')
@minLength(9)
param authority string

@description('The audience that tokens must name.')
@minLength(1)
param audience string

@description('The base address of the registers and benefit agencies.')
@minLength(8)
param agencies string

@description('Who is written to when an alert fires.')
@minLength(3)
param operatorEmail string

@description('Addresses of secrets that hold former certificates of the data-protection keys; see docs/operations.md on changing it.')
param formerCertificates array = []

@description('The person or pipeline that deploys: it makes the certificate. azd fills it in.')
param principalId string

@description('What kind of principal that is. azd fills it in.')
@allowed(['User', 'ServicePrincipal'])
param principalType string = 'User'

// All that differs between the stages, in one place.
var stages = {
  dev: {
    casesSku: 'Standard_LRS'
    hostSku: 'Standard_LRS'
    zoneRedundant: false
    // The group that runs orchestrations and activities, and the group that answers calls. None: it sleeps when unused.
    alwaysReady: []
    maximumInstances: 40
    logDays: 30
    locked: false
  }
  prod: {
    casesSku: 'Standard_RAGZRS'
    hostSku: 'Standard_ZRS'
    zoneRedundant: true
    alwaysReady: [
      { name: 'http', instanceCount: 2 }
      { name: 'durable', instanceCount: 2 }
    ]
    maximumInstances: 100
    logDays: 90
    locked: true
  }
}
var chosen = stages[stage]
var token = uniqueString(subscription().id, environmentName, location)
var tags = { 'azd-env-name': environmentName, stage: stage }

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: 'id-hukou-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: 'log-hukou-${token}'
    insightsName: 'appi-hukou-${token}'
    location: location
    tags: tags
    days: chosen.logDays
    publisherId: identity.outputs.principalId
  }
}

// The cases: all that matters, and kept for years. Nothing else lives here, so that nothing else can fill, throttle or
// delete it, and the app needs one right on it only.
module cases 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'stcases${token}'
    location: location
    tags: tags
    sku: chosen.casesSku
    locked: chosen.locked
    workspaceId: monitoring.outputs.workspaceId
    principalId: identity.outputs.principalId
    roles: ['table']
  }
}

// The task hub, the host's leases and the package. All of it can be made again from the cases and the source.
module host 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'sthost${token}'
    location: location
    tags: tags
    sku: chosen.hostSku
    locked: false
    workspaceId: monitoring.outputs.workspaceId
    principalId: identity.outputs.principalId
    roles: ['blob', 'queue', 'table']
    container: 'package'
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    protected: chosen.locked
    workspaceId: monitoring.outputs.workspaceId
    readerId: identity.outputs.principalId
    certifierId: principalId
    certifierType: principalType
  }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: 'func-hukou-${token}'
    planName: 'plan-hukou-${token}'
    location: location
    tags: tags
    zoneRedundant: chosen.zoneRedundant
    alwaysReady: chosen.alwaysReady
    maximumInstances: chosen.maximumInstances
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostAccountName: host.outputs.name
    packageContainer: 'package'
    casesTableUri: cases.outputs.tableUri
    insightsName: monitoring.outputs.insightsName
    certificateUri: vault.outputs.certificateUri
    formerCertificates: formerCertificates
    authority: authority
    audience: audience
    agencies: agencies
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    suffix: token
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    email: operatorEmail
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output HUKOU_CERTIFICATE_NAME string = vault.outputs.certificateName
output HUKOU_CASES_TABLE_URI string = cases.outputs.tableUri
output HUKOU_APP_ID string = app.outputs.id
output HUKOU_URL string = app.outputs.url

param name string
param planName string
param location string
param tags object

param zoneRedundant bool
param alwaysReady object[]
param maximumInstances int

param identityId string
param identityClientId string
param hostAccountName string
param packageContainer string
param casesTableUri string
param insightsName string

@description('Address of the secret that holds the certificate of the data-protection keys.')
param certificateUri string
param formerCertificates array

param authority string
param audience string
param agencies string

resource hostAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { name: hostAccountName }
resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: insightsName }

var hostSettings = {
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: hostAccount.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: hostAccount.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: hostAccount.properties.primaryEndpoints.table
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}

var appSettings = {
  // Which identity the app's own Azure clients take; the host has its own setting above.
  AZURE_CLIENT_ID: identityClientId
  HUKOU_STORAGE__tableServiceUri: casesTableUri
  HUKOU_AUTHORITY: authority
  HUKOU_AUDIENCE: audience
  HUKOU_AGENCIES: agencies
  HUKOU_KEYS_CERTIFICATE: '@Microsoft.KeyVault(SecretUri=${certificateUri})'
}

// One setting each, because a reference must be the whole value of a setting.
var formerSettings = toObject(
  range(0, length(formerCertificates)),
  i => 'HUKOU_KEYS_FORMER_CERTIFICATES__${i}',
  i => '@Microsoft.KeyVault(SecretUri=${formerCertificates[i]})'
)

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostAccount.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReady
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      appSettings: map(items(union(hostSettings, appSettings, formerSettings)), setting => {
        name: setting.key
        value: setting.value
      })
    }
  }

  // Packages come in with an identity, never with a password.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output id string = app.id
output url string = 'https://${app.properties.defaultHostName}'

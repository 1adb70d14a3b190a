param suffix string
param location string
param tags object
param workspaceId string
param email string

// The phrases below are what the app's log messages say; a test holds the two together. What to do on each alert is in
// docs/operations.md. Severity: 0 critical, 1 error, 2 warning.
var rules = [
  {
    name: 'cases-stuck'
    says: 'Cases have been due for over an hour though the sweep wakes them every five minutes.'
    severity: 1
    query: 'AppTraces | where Message contains "are late and were woken again" | extend minutes = toint(extract(@"the first by (\\d+) minutes", 1, Message)) | where minutes >= 60'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'orchestration-backlog'
    says: 'Three sweeps in a row found more than a hundred cases late: orchestrations are not keeping up.'
    severity: 2
    query: 'AppTraces | where Message contains "are late and were woken again" | extend late = toint(extract(@"^(\\d+) cases", 1, Message)) | where late > 100'
    window: 'PT15M'
    operator: 'GreaterThanOrEqual'
    threshold: 3
  }
  {
    name: 'sweep-silent'
    says: 'No sweep has succeeded for half an hour: nobody would see a late case.'
    severity: 1
    query: 'AppRequests | where Name == "Sweep" and Success == true'
    window: 'PT30M'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'case-quarantined'
    says: 'The journal of a case is broken; the case is left alone until it is restored.'
    severity: 0
    query: 'AppTraces | where Message contains "is quarantined" or Message contains "is broken at entry"'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'grant-failed'
    says: 'A benefit was escalated, or a request for one could not even be carried out.'
    severity: 1
    query: 'union (AppTraces | where Message contains "is escalated"), (AppRequests | where Name == "RequestBenefit" and Success == false)'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'calls-failing'
    says: 'More than five calls in five minutes were answered with a server error.'
    severity: 1
    query: 'AppRequests | where toint(ResultCode) >= 500'
    window: 'PT5M'
    operator: 'GreaterThan'
    threshold: 5
  }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-hukou-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'hukou'
    enabled: true
    emailReceivers: [
      { name: 'operator', emailAddress: email, useCommonAlertSchema: true }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'hukou-${rule.name}-${suffix}'
    location: location
    tags: tags
    properties: {
      displayName: 'HukouWorkflow: ${rule.name}'
      description: rule.says
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      // The tables do not exist before the first telemetry has come in.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [operators.id] }
    }
  }
]

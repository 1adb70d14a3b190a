#!/bin/sh
# Makes the certificate of the data-protection keys where there is none yet. Bicep cannot: Azure Resource Manager knows no
# certificates. azd runs this after each provisioning, with the outputs of main.bicep in the environment. It never renews:
# see "Keys" in docs/operations.md.
set -eu
cd "$(dirname "$0")"

list() {
  az keyvault certificate list --vault-name "$AZURE_KEY_VAULT_NAME" --query '[].name' --output tsv
}

# The right to read and make certificates was given seconds ago, and takes minutes to be known everywhere. What cannot be
# read must not be taken for missing: a second version would leave the keys unreadable.
tries=1
until names=$(list); do
  if [ "$tries" -ge 20 ]; then
    echo "The certificates cannot be listed. Check az login and the role Key Vault Certificates Officer, then run: azd provision" >&2
    exit 1
  fi
  tries=$((tries + 1))
  sleep 15
done

if printf '%s\n' "$names" | grep -qxF "$HUKOU_CERTIFICATE_NAME"; then
  exit 0
fi

az keyvault certificate create --vault-name "$AZURE_KEY_VAULT_NAME" --name "$HUKOU_CERTIFICATE_NAME" \
  --policy @certificate.json --output none

# The app looked for it before it was there, and would look again only tomorrow.
az rest --method post --output none \
  --url "https://management.azure.com$HUKOU_APP_ID/config/configreferences/appsettings/refresh?api-version=2022-03-01"

#!/bin/sh
# Makes the certificate of the data-protection keys where there is none yet. Bicep cannot: Azure Resource Manager knows no
# certificates. azd runs this after each provisioning, with the outputs of main.bicep in the environment. It never renews:
# see "Changing the certificate" in docs/operations.md.
set -eu
cd "$(dirname "$0")"

exists() {
  az keyvault certificate show --vault-name "$AZURE_KEY_VAULT_NAME" --name "$HUKOU_CERTIFICATE_NAME" --output none
}

make() {
  az keyvault certificate create --vault-name "$AZURE_KEY_VAULT_NAME" --name "$HUKOU_CERTIFICATE_NAME" \
    --policy @certificate.json --output none
}

if exists 2>/dev/null; then
  exit 0
fi

# The right to make it was given seconds ago, and takes minutes to be known everywhere.
tries=0
until make; do
  tries=$((tries + 1))
  if [ "$tries" -ge 20 ]; then
    echo "The certificate could not be made. Check az login and the role Key Vault Certificates Officer, then run: azd provision" >&2
    exit 1
  fi
  sleep 15
done

# The app looked for it before it was there, and would look again only tomorrow.
az rest --method post --output none \
  --url "https://management.azure.com$HUKOU_APP_ID/config/configreferences/appsettings/refresh?api-version=2022-03-01"

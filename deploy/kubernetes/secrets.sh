#!/usr/bin/env bash
# Makes each Secret that the manifests name, once, with passwords that nobody has seen; run again, it changes none.
# Values from elsewhere come by environment: SMTP_USER, SMTP_PASSWORD, S3_ACCESS_KEY, S3_SECRET_KEY.
set -euo pipefail
namespace=${NAMESPACE:-claimwatch}

random() { head -c 32 /dev/urandom | base64 | tr -d '/+=\n'; }

secret() {
  local type=$1 name=$2
  shift 2
  if kubectl -n "$namespace" get secret "$name" >/dev/null 2>&1; then
    echo "secret/$name is there already"
  else
    kubectl -n "$namespace" create secret generic "$name" --type "$type" "$@"
  fi
}

secret kubernetes.io/basic-auth claimwatch-owner --from-literal=username=claimwatch_owner --from-literal=password="$(random)"
secret kubernetes.io/basic-auth claimwatch-app --from-literal=username=claimwatch_app --from-literal=password="$(random)"
secret kubernetes.io/basic-auth claimwatch-keycloak --from-literal=username=keycloak --from-literal=password="$(random)"
secret Opaque claimwatch-web --from-literal=client-secret="$(random)"
secret Opaque claimwatch-smtp --from-literal=username="${SMTP_USER:-}" --from-literal=password="${SMTP_PASSWORD:-}"
secret Opaque claimwatch-archive --from-literal=access-key="${S3_ACCESS_KEY:-}" --from-literal=secret-key="${S3_SECRET_KEY:-}"

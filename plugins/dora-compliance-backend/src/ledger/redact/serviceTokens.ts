import type { TextRule } from './TextRule';

/** Tokens of services that pipelines use, by the prefix of their issuer. */
export const serviceTokens: readonly TextRule[] = [
  { name: 'anthropic-key', pattern: /\bsk-ant-[\w-]{20,}/g },
  { name: 'databricks-token', pattern: /\bdapi[0-9a-f]{32}\b/g },
  { name: 'docker-token', pattern: /\bdckr_[op]at_[\w-]{20,}/g },
  { name: 'figma-token', pattern: /\bfigd_[\w-]{40,}/g },
  { name: 'grafana-token', pattern: /\bglsa_[A-Za-z0-9]{32}_[0-9a-f]{8}\b/g },
  { name: 'hugging-face-token', pattern: /\bhf_[A-Za-z]{34}\b/g },
  { name: 'linear-key', pattern: /\blin_(?:api|oauth)_[A-Za-z0-9]{40,}/g },
  {
    name: 'openai-key',
    pattern: /\bsk-(?:proj|svcacct|admin)-[\w-]{20,}/g,
  },
  { name: 'sendgrid-key', pattern: /\bSG\.[\w-]{22}\.[\w-]{43,}/g },
  {
    name: 'shopify-token',
    pattern: /\bshp(?:at|ca|pa|ss)_[0-9A-Fa-f]{32}\b/g,
  },
  { name: 'tailscale-key', pattern: /\btskey-[a-z]{1,20}-[\w-]{20,}/g },
];

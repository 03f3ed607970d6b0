import {
  type Authentication,
  authenticateToken,
  type Delivery,
  type SourceSecret,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/**
 * The header a subscription may send the secret in, as Backstage's own
 * receiver of Azure DevOps events has it.
 */
const SECRET_HEADER = 'x-ado-webhook-secret';

/**
 * Service hooks sign nothing: the secret is sent along, as the password of
 * HTTP basic authentication or in a header of the subscription.
 */
export function authenticateHook(
  { headers }: Delivery,
  secrets: readonly SourceSecret[],
): Authentication {
  const token = headers[SECRET_HEADER];
  return token === undefined
    ? authenticateToken(passwordIn(headers.authorization), secrets, 'password')
    : authenticateToken(token, secrets);
}

function passwordIn(authorization: string | undefined): string | undefined {
  const encoded = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  const text = encoded && Buffer.from(encoded, 'base64').toString('utf8');
  // The name before the colon may be anything, also empty.
  return text?.includes(':') ? text.slice(text.indexOf(':') + 1) : undefined;
}

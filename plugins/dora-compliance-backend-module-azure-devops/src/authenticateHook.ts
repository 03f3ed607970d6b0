import {
  type Authentication,
  authenticateToken,
  basicPassword,
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
    ? authenticateToken(
        basicPassword(headers.authorization),
        secrets,
        'password',
      )
    : authenticateToken(token, secrets);
}

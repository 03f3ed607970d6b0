import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/**
 * The id that stays the same when GitLab sends again. `webhook-id` is signed
 * and equals `Idempotency-Key`; GitLab before 17.4 has only an id of each
 * sending. `X-Gitlab-Event-UUID` won't do: events that follow from one another
 * share it.
 */
export function readDeliveryId({ headers }: Pick<Delivery, 'headers'>) {
  return (
    headers['webhook-id'] ??
    headers['idempotency-key'] ??
    headers['x-gitlab-webhook-uuid']
  );
}

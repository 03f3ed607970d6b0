import { createHmac } from 'node:crypto';
import type { Delivery } from '../Delivery';

/** What goes over the wire for a delivery. */
export function buildRequest(delivery: Delivery, secret: string) {
  const body = JSON.stringify(delivery.payload);
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'GitHub-Hookshot/0000000',
      'X-GitHub-Event': delivery.event,
      'X-GitHub-Delivery': delivery.id,
      'X-GitHub-Hook-ID': '1',
      'X-Hub-Signature-256': `sha256=${signature}`,
    },
    body,
  };
}

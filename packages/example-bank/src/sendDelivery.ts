import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from './Delivery';

const ATTEMPTS = 6;
const PAUSE_MS = 500;

/** Where deliveries go, and the secret they are signed with. */
type Target = { url: string; secret: string };

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

/**
 * Sends one delivery. A backend that can't keep it now (503) is asked again.
 * Throws an Error that says what is wrong and what to do.
 */
export async function sendDelivery(
  delivery: Delivery,
  target: Target,
): Promise<void> {
  const address = `${target.url}/api/dora-compliance/ingest/github`;
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(
      address,
      buildRequest(delivery, target.secret),
    ).catch((error: Error) => {
      throw new Error(
        `${address} can not be reached (${
          error.cause ?? error
        }); start the backend with "npm start" or give its address with --url`,
      );
    });
    if (response.status === 202) {
      return;
    }
    if (response.status !== 503 || attempt === ATTEMPTS) {
      throw new Error(
        response.status === 401
          ? 'The backend does not accept the secret (401); give one of doraCompliance.github.webhookSecrets with --secret'
          : `${address} answered ${response.status}: ${await response.text()}`,
      );
    }
    await sleep(PAUSE_MS * 2 ** attempt);
  }
}

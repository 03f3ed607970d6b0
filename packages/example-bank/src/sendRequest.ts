import { setTimeout as sleep } from 'node:timers/promises';
import type { WireRequest } from './WireRequest';

const ATTEMPTS = 6;
const PAUSE_MS = 500;

/**
 * Sends one delivery. A backend that can't keep it now (503) is asked again.
 * Throws an Error that says what is wrong and what to do.
 */
export async function sendRequest(
  { source, name, headers, body }: WireRequest,
  url: string,
): Promise<void> {
  const address = `${url}/api/dora-compliance/ingest/${source}`;
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(address, {
      method: 'POST',
      headers,
      body,
    }).catch((error: Error) => {
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
          ? `The backend does not accept the secret of ${source} (401); give it the one of app-config.yaml, or with --secret the one of doraCompliance.github.webhookSecrets`
          : `${address} answered ${
              response.status
            } to ${name}: ${await response.text()}`,
      );
    }
    await sleep(PAUSE_MS * 2 ** attempt);
  }
}

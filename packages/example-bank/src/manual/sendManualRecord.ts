import { setTimeout as sleep } from 'node:timers/promises';
import { parseEntityRef } from '@backstage/catalog-model';
import type { ManualRecord } from './ManualRecord';

/** How long the backend may take to read the catalog of the bank. */
const ATTEMPTS = 120;
const PAUSE_MS = 1000;

/** Signs in as people of the bank, without a password, and remembers it. */
export class People {
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(private readonly url: string) {}

  signIn(entityRef: string): Promise<string> {
    const token = this.#tokens.get(entityRef) ?? this.#ask(entityRef);
    this.#tokens.set(entityRef, token);
    return token;
  }

  async #ask(entityRef: string): Promise<string> {
    const response = await fetch(`${this.url}/api/auth/personas/refresh`, {
      headers: { 'X-Persona': entityRef, 'X-Requested-With': 'XMLHttpRequest' },
    });
    if (!response.ok) {
      throw new Error(
        `${entityRef} can not sign in (${response.status}): the backend of the demo signs in as auth.providers.personas`,
      );
    }
    const { backstageIdentity } = await response.json();
    return backstageIdentity.token;
  }
}

/**
 * Records a piece of manual evidence, and has it confirmed. Waits until the asset is in
 * the inventory, and until what was recorded can be found.
 */
export async function sendManualRecord(
  { entityRef, recordedBy, confirmedBy, request }: ManualRecord,
  { url, people }: { url: string; people: People },
): Promise<void> {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const address = `${url}/api/dora-compliance/assets/${kind}/${namespace}/${name}/manual-evidence`;
  const recorded = await post(
    address,
    request,
    await people.signIn(recordedBy),
  );
  if (confirmedBy) {
    await post(
      `${address}/confirmations`,
      { evidence: recorded.id, decision: 'approved' },
      await people.signIn(confirmedBy),
    );
  }
}

async function post(
  address: string,
  content: object,
  token: string,
): Promise<{ id: string }> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(content),
    });
    if (response.ok) {
      return response.json();
    }
    if (response.status !== 404 || attempt === ATTEMPTS) {
      throw new Error(
        `${address} answered ${response.status}: ${await response.text()}`,
      );
    }
    await sleep(PAUSE_MS);
  }
}

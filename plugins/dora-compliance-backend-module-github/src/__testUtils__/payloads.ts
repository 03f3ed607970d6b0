import { readFileSync } from 'node:fs';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KeptDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** A payload of GitHub, as a delivery. */
export type NamedDelivery = KeptDocument & { file: string; event: string };

/**
 * An id as GitHub gives its deliveries: a UUID of version 1, of 12 May 2021
 * at 20:33:43.920.
 */
export const DELIVERY_ID = '58474f00-b361-11eb-836d-0e4f3503ccbe';

/** When that was, and when payloads are received in tests. */
export const HAPPENED_AT = '2021-05-12T20:33:43.920Z' as Instant;

/** A payload as GitHub would deliver it. */
export function deliver(
  event: string,
  payload: unknown,
  file = event,
): NamedDelivery {
  return {
    file,
    event,
    headers: { 'x-github-event': event, 'x-github-delivery': DELIVERY_ID },
    receivedAt: HAPPENED_AT,
    proof: 'signed-body',
    body: new TextEncoder().encode(JSON.stringify(payload)),
  };
}

/** Examples of an event in the package `@octokit/webhooks-examples`. */
type Examples = { name: string; examples: { action?: string }[] }[];

/** GitHub.com, and the versions of GitHub Enterprise Server. */
const SERVERS = ['ghes-31', 'ghes-32', 'ghes-33', 'ghes-34', 'ghes-35'];

const texts = new Map(named(read('api.github.com')));

/**
 * Payloads of GitHub.com that the community of Octokit collected, by names
 * such as `deployment.created.1.json`.
 */
export function examplePayloads(): NamedDelivery[] {
  return [...texts].map(([file, payload]) =>
    deliver(file.split('.')[0] ?? '', JSON.parse(payload), file),
  );
}

/** The same of GitHub Enterprise Servers. */
export function enterprisePayloads(): NamedDelivery[] {
  return SERVERS.flatMap(server =>
    named(read(server)).map(([file, payload]) =>
      deliver(
        file.split('.')[0] ?? '',
        JSON.parse(payload),
        `${server}/${file}`,
      ),
    ),
  );
}

/** One of GitHub.com, for tests that change it. */
export function readPayload(file: string): any {
  const text = texts.get(file);
  if (!text) {
    throw new Error(`@octokit/webhooks-examples has no ${file}`);
  }
  return JSON.parse(text);
}

function read(server: string): Examples {
  const file = require.resolve(
    `@octokit/webhooks-examples/${server}/index.json`,
  );
  return JSON.parse(readFileSync(file, 'utf8'));
}

function named(examples: Examples): [file: string, text: string][] {
  return examples.flatMap(({ name, examples: payloads }) =>
    payloads.map((payload, index): [string, string] => [
      [name, payload.action, index, 'json']
        .filter(part => part !== undefined)
        .join('.'),
      JSON.stringify(payload),
    ]),
  );
}

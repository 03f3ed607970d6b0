import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { corporaFolder } from '@ict-assurance/corpora';

/** A recorded payload of GitLab, as a delivery. */
export type CorpusDelivery = Delivery & { file: string };

/** Where recorded payloads and answers of GitLab lie. */
export const corpusFolder = () => path.join(corporaFolder(), 'gitlab/testdata');

/**
 * Recorded payloads of webhooks and system hooks. They lie beside the
 * checkout; DORA_SHARED names another place. Without them the tests fail.
 */
export function readCorpus(): CorpusDelivery[] {
  return ['webhooks', 'systemhooks'].flatMap(kind =>
    readdirSync(path.join(corpusFolder(), kind))
      .filter(file => file.endsWith('.json'))
      .sort()
      .map(file => ({
        file: `${kind}/${file}`,
        headers: {
          'x-gitlab-event': kind === 'webhooks' ? 'Webhook' : 'System Hook',
          'x-gitlab-instance': 'https://gitlab.bank.example',
        },
        body: Uint8Array.from(
          readFileSync(path.join(corpusFolder(), kind, file)),
        ),
      })),
  );
}

/** A recorded answer of the API, or a payload, as an object. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function readRecorded(file: string): any {
  return JSON.parse(readFileSync(path.join(corpusFolder(), file), 'utf8'));
}

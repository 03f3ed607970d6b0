import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { KeptDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { corporaFolder } from '@ict-assurance/corpora';

/** A recorded payload of GitLab, as a delivery. */
type Recording = KeptDocument & { file: string };

const FOLDERS = {
  webhooks: 'gitlab/testdata/webhooks',
  systemhooks: 'gitlab/testdata/systemhooks',
  applicationset: 'argocd/applicationset/webhook/testdata',
  argocd: 'argocd/util/webhook/testdata',
};

/** Recorded payloads of webhooks and system hooks. Without them tests fail. */
export function readRecordings(): Recording[] {
  return Object.entries(FOLDERS).flatMap(([kind, folder]) =>
    readdirSync(path.join(corporaFolder(), folder))
      .filter(file => file.endsWith('.json'))
      .filter(file => folder.startsWith('gitlab') || /^gitlab/.test(file))
      .sort()
      .map(file => read(kind, folder, file)),
  );
}

function read(kind: string, folder: string, file: string): Recording {
  const body = readFileSync(path.join(corporaFolder(), folder, file));
  const { object_kind: object } = JSON.parse(body.toString());
  return {
    file: `${kind}/${file}`,
    headers: {
      'x-gitlab-event':
        kind === 'systemhooks' ? 'System Hook' : toHook(String(object)),
      'x-gitlab-instance': 'https://gitlab.bank.example',
      'webhook-timestamp': '1790000000',
    },
    proof: 'signed-delivery',
    body: Uint8Array.from(body),
  };
}

function toHook(kind: string): string {
  return kind === 'push' ? 'Push Hook' : 'Some Hook';
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { corporaFolder } from '@ict-assurance/corpora';
import { redactAtOnce as redact } from './__testUtils__/redactAtOnce';

const none = { personalData: [] };

it('takes no part of real payloads for a secret but what is one', () => {
  const found = ['github-webhooks', 'azure-devops/service-hook-samples']
    .map(name => path.join(corporaFolder(), name))
    .flatMap(folder =>
      readdirSync(folder)
        .filter(file => file.endsWith('.json'))
        .flatMap(file =>
          redact(
            readFileSync(path.join(folder, file), 'utf8'),
            none,
          ).redactions.map(({ rule, pointer }) => `${rule} ${pointer}`),
        ),
    );
  expect([...new Set(found)].sort()).toEqual([
    'secret-name /hook/config/secret',
  ]);
});

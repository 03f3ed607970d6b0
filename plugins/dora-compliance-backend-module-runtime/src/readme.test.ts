import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { list, pod } from './__testUtils__/documents';
import { read } from './__testUtils__/read';
import { RuntimeSettings } from './config';
import { headers } from './runtimeDefaults';

const readme = readFileSync(path.join(__dirname, '../README.md'), 'utf8');

const blocks = [...readme.matchAll(/```yaml\n([^`]+)```/g)].map(
  ([, text = '']) => text,
);

type Manifest = { kind: string; rules: { resources: string[] }[] };

const manifests = parseAllDocuments(
  blocks.find(text => text.includes('kind: CronJob'))!,
).map(document => document.toJS() as Manifest);

const job = JSON.stringify(manifests.find(({ kind }) => kind === 'CronJob'));

it('the job sends the headers that are read', () => {
  for (const name of [...Object.values(headers), 'authorization']) {
    expect(job.toLowerCase()).toContain(`--header \\"${name}: `);
  }
  expect(job).toContain('/api/dora-compliance/ingest/runtime');
});

it('the job may list what it asks for', () => {
  const [, asked = ''] = /kubectl get (\S+)/.exec(job) ?? [];
  const role = manifests.find(({ kind }) => kind === 'ClusterRole');
  expect(asked.split(',').sort()).toEqual(
    role?.rules.flatMap(({ resources }) => resources).sort(),
  );
});

it('the job keeps the fields that are read', () => {
  const only = (from: Record<string, unknown>, names: string[]) =>
    Object.fromEntries(names.map(name => [name, from[name]]));
  const [, metadata = ''] =
    /metadata \| \{\\n([^}]*?)annotations/.exec(job) ?? [];
  const kept = metadata
    .replace(/\\n/g, '')
    .split(',')
    .map(name => name.trim());
  const whole = pod();
  const filtered = {
    ...whole,
    metadata: only(whole.metadata, kept.filter(Boolean)),
  };
  expect(kept).toContain('ownerReferences');
  expect(read(list([filtered]))).toEqual(read(list([whole])));
});

it('the configuration is accepted', () => {
  const text = blocks.find(one => one.includes('webhookTokens'))!;
  const { doraCompliance } = parse(text) as {
    doraCompliance: { runtime: unknown };
  };
  const settings = RuntimeSettings.parse(doraCompliance.runtime);
  const at = (cluster: string, namespace: string) =>
    read(list([pod({ metadata: { namespace } })]), {
      headers: { 'x-runtime-cluster': cluster },
      scope: settings,
    }).said[0]?.environment;
  expect(at('eu-1', 'core')).toEqual({ name: 'production', production: true });
  expect(at('eu-1', 'core-staging')).toEqual({
    name: 'staging',
    production: false,
  });
  expect(at('us-1', 'core')).toBeUndefined();
});

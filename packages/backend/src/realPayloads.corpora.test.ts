import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Instant,
  parseStatement,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createAzureDevOpsEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-azure-devops';
import { createCdeventsEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-cdevents';
import { createGithubEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import { createGitlabEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-gitlab';
import { createJenkinsEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-jenkins';
import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { corporaFolder } from '@ict-assurance/corpora';

const root = corporaFolder();
const page = path.resolve(__dirname, '../../../docs/reference/corpora.md');

/** A time that every kept document has. */
const receivedAt = '2026-03-31T12:00:00.000Z' as Instant;

const scope = { productionEnvironments: [], protectedBranches: [] };
const sources: Record<string, EvidenceSource> = {
  github: createGithubEvidenceSource({
    ...scope,
    webhookSecrets: ['x'],
    events: false,
  }),
  gitlab: createGitlabEvidenceSource({
    ...scope,
    webhookSecrets: ['x'],
    signingTokens: [],
    events: false,
  }),
  jenkins: createJenkinsEvidenceSource({
    webhookTokens: ['x'],
    deployments: [],
    multibranchProjects: [],
    baseUrls: [],
  }),
  'azure-devops': createAzureDevOpsEvidenceSource({
    ...scope,
    webhookSecrets: ['x'],
    events: false,
  }),
  cdevents: createCdeventsEvidenceSource({
    productionEnvironments: [],
    webhookTokens: ['x'],
    events: false,
  }),
};

/** What a folder of the corpora holds, and which source it is sent to. */
type Folder = {
  folder: string;
  holds: string;
  source: string;
  headers?: (file: string) => Record<string, string>;
};

const pushed: Folder[] = [
  {
    folder: 'github-webhooks',
    holds: 'webhooks',
    source: 'github',
    headers: file => ({
      'x-github-event': path.basename(file).split('.')[0] ?? '',
      'x-github-delivery': '58474f00-b361-11eb-836d-0e4f3503ccbe',
    }),
  },
  ...['webhooks', 'systemhooks'].map(kind => ({
    folder: `gitlab/testdata/${kind}`,
    holds: kind,
    source: 'gitlab',
    headers: () => ({
      'x-gitlab-event': kind === 'webhooks' ? 'Webhook' : 'System Hook',
      'x-gitlab-instance': 'https://gitlab.bank.example',
    }),
  })),
  { folder: 'jenkins', holds: 'answers of its API', source: 'jenkins' },
  {
    folder: 'azure-devops/service-hook-samples',
    holds: 'service hooks',
    source: 'azure-devops',
  },
  {
    folder: 'cdevents/conformance',
    holds: 'conformance events',
    source: 'cdevents',
    headers: () => ({ 'content-type': 'application/json' }),
  },
  {
    folder: 'cdevents/custom',
    holds: 'custom events and their schema',
    source: 'cdevents',
    headers: () => ({ 'content-type': 'application/json' }),
  },
];

/** JSON that no source is sent; read to see that none breaks on it. */
const others = [
  'alertmanager',
  'argocd',
  'azure-devops/approvalsAndChecks',
  'azure-devops/policy',
  'azure-devops/release',
  'bitbucket',
  'cloudevents-conformance',
  'github-rest',
  'openvex',
  'oscal',
  'sarif-tutorials',
  'scanner-reports',
  'slsa',
  'spdx',
  'tekton-chains',
];

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter(file => file.endsWith('.json'))
    .sort();
}

type Outcome = {
  file: string;
  kind: 'evidence' | 'nothing' | 'flagged' | 'refused';
  why: string[];
};

function read(
  source: EvidenceSource,
  folder: string,
  file: string,
  headers: Record<string, string>,
): Outcome {
  const body = readFileSync(path.join(root, folder, file));
  const answer = source.normalise({ headers, body, receivedAt });
  if (answer.outcome === 'rejected') {
    return { file, kind: 'refused', why: [answer.reason] };
  }
  for (const statement of answer.statements.map(parseStatement)) {
    statement.subjects.map(subjectKey);
  }
  if (answer.flaws?.length) {
    return { file, kind: 'flagged', why: [...answer.flaws] };
  }
  return {
    file,
    kind: answer.statements.length > 0 ? 'evidence' : 'nothing',
    why: [],
  };
}

/** One line, and no longer than a table bears. */
function short(reason: string): string {
  const line = reason.replace(/\s+/g, ' ').replace(/\|/g, '\\|');
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
}

function table(results: { folder: Folder; outcomes: Outcome[] }[]): string {
  const count = (outcomes: Outcome[], kind: Outcome['kind']) =>
    String(outcomes.filter(one => one.kind === kind).length);
  const rows = results.map(({ folder, outcomes }) =>
    [
      `\`${folder.folder}\``,
      folder.holds,
      folder.source,
      String(outcomes.length),
      count(outcomes, 'evidence'),
      count(outcomes, 'nothing'),
      count(outcomes, 'flagged'),
      count(outcomes, 'refused'),
    ].join(' | '),
  );
  const whys = results.flatMap(({ folder, outcomes }) =>
    outcomes
      .filter(({ why }) => why.length > 0)
      .map(
        ({ file, kind, why }) =>
          `| \`${folder.folder}/${file}\` | ${kind} | ${short(
            why.join('; '),
          )} |`,
      ),
  );
  return [
    '# What becomes of real payloads',
    '',
    'Made by a test; do not edit. Every JSON file of the folders below is sent',
    'to its source. Evidence: statements were made. Nothing: understood, and no',
    'evidence of ours. Flagged: some of it could not be read. Refused: not a',
    'payload the source is sent, or one that lacks what is needed.',
    '',
    '| folder | holds | source | files | evidence | nothing | flagged | refused |',
    '| --- | --- | --- | --: | --: | --: | --: | --: |',
    ...rows.map(row => `| ${row} |`),
    '',
    'Answers of APIs (`github-rest`, `gitlab/testdata`, `jenkins`,',
    '`azure-devops`) are read by the collectors; the tests of each module run',
    'over them. No source breaks on any other JSON file of the corpora.',
    '',
    '## Why files were flagged or refused',
    '',
    '| file | outcome | why |',
    '| --- | --- | --- |',
    ...whys,
    '',
  ].join('\n');
}

it('says what becomes of every real payload', () => {
  const results = pushed.map(folder => ({
    folder,
    outcomes: filesIn(folder.folder).map(file =>
      read(
        sources[folder.source]!,
        folder.folder,
        file,
        folder.headers?.(file) ?? {},
      ),
    ),
  }));
  const made = table(results);
  if (process.env.UPDATE_DOCS) {
    writeFileSync(page, made);
  }
  expect(readFileSync(page, 'utf8')).toBe(made);

  const refused = (name: string) =>
    results
      .filter(({ folder }) => folder.folder === name)
      .flatMap(({ outcomes }) => outcomes)
      .filter(({ kind }) => kind === 'refused');
  expect(refused('github-webhooks')).toEqual([]);
  // A payload whose field names end in spaces.
  expect(refused('gitlab/testdata/webhooks').map(({ file }) => file)).toEqual([
    'group_merge_request.json',
  ]);
  // Test vectors of a format, and no event.
  expect(refused('cdevents/conformance').map(({ file }) => file)).toEqual([
    'formats/domainid.json',
  ]);
});

it.each(others)('no source breaks on what lies in %s', folder => {
  const files = filesIn(folder);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    for (const source of Object.values(sources)) {
      expect(() =>
        read(source, folder, file, {
          'content-type': 'application/json',
          'x-github-event': 'workflow_run',
          'x-gitlab-event': 'Pipeline Hook',
        }),
      ).not.toThrow();
    }
  }
});

import {
  asBlock,
  type Block,
  environmentIn,
  type GithubWorkflow,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { tokenRights } from './tokenRights';

/** What the definition of a workflow reports. */
export type Workflow = {
  name?: string;
  triggers: string[];
  permissions?: Record<string, string>;
  uses: { name: string; version?: string; pinned: boolean }[];
  runners: string[];
  environments: string[];
};

/** Reads the definition of a workflow. */
export function readWorkflow({ root, jobs }: GithubWorkflow): Workflow {
  const permissions = tokenRights(
    root.permissions,
    jobs.map(job => job.permissions),
  );
  const uses = jobs.flatMap(listUses);
  return {
    ...(typeof root.name === 'string' && root.name && { name: root.name }),
    triggers: listNames(root.on),
    ...(permissions && { permissions }),
    uses: [...new Map(uses.map(use => [JSON.stringify(use), use])).values()],
    runners: distinct(jobs.flatMap(job => listRunners(job['runs-on']))),
    environments: distinct(jobs.flatMap(job => listTexts(environmentIn(job)))),
  };
}

/** Actions, workflows and images from elsewhere; `./` is one's own. */
function listUses(job: Block): Workflow['uses'] {
  const steps = Array.isArray(job.steps) ? job.steps.map(asBlock) : [];
  const services = Object.values(asBlock(job.services) ?? {}).map(asBlock);
  const images = [
    asBlock(job.container)?.image ?? job.container,
    ...services.map(service => service?.image),
  ].flatMap(listTexts);
  return [
    ...[job.uses, ...steps.map(step => step?.uses)]
      .flatMap(listTexts)
      .filter(name => !name.startsWith('./'))
      .map(parseUse),
    ...images.map(parseImage),
  ];
}

function parseUse(text: string): Workflow['uses'][number] {
  if (text.startsWith('docker://')) {
    return parseImage(text.slice('docker://'.length));
  }
  const [name = text, version] = text.split('@');
  return {
    name,
    ...(version && { version }),
    pinned: /^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(version ?? ''),
  };
}

function parseImage(text: string): Workflow['uses'][number] {
  const [, name = text, version] =
    /^([^@]+?)(?:@(.+)|:([^/:]+))?$/.exec(text) ?? [];
  const tag = /:([^/:@]+)$/.exec(text.split('@')[0] ?? '')?.[1];
  const shown = version ?? tag;
  return {
    name,
    ...(shown && { version: shown }),
    pinned: /^sha256:[0-9a-f]{64}$/i.test(version ?? ''),
  };
}

function listRunners(runsOn: unknown): string[] {
  const block = asBlock(runsOn);
  return block
    ? [
        ...listTexts(block.group).map(group => `group: ${group}`),
        ...listTexts(block.labels),
      ]
    : listTexts(runsOn);
}

/** Names in a text, a list of texts, or the keys of a block. */
function listNames(value: unknown): string[] {
  const block = asBlock(value);
  return block ? Object.keys(block) : listTexts(value);
}

function listTexts(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter(
    text => typeof text === 'string' && text !== '',
  ) as string[];
}

function distinct(names: string[]): string[] {
  return [...new Set(names)];
}

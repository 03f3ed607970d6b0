import {
  asBlock,
  type Block,
  environmentIn,
  type GithubWorkflow,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { tokenRights } from './tokenRights';

/** What the definition of a workflow tells. */
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
  const uses = jobs.flatMap(usesOf);
  return {
    ...(typeof root.name === 'string' && root.name && { name: root.name }),
    triggers: namesOf(root.on),
    ...(permissions && { permissions }),
    uses: [...new Map(uses.map(use => [JSON.stringify(use), use])).values()],
    runners: distinct(jobs.flatMap(job => runnersOf(job['runs-on']))),
    environments: distinct(jobs.flatMap(job => textsOf(environmentIn(job)))),
  };
}

/** Actions, workflows and images from elsewhere; `./` is one's own. */
function usesOf(job: Block): Workflow['uses'] {
  const steps = Array.isArray(job.steps) ? job.steps.map(asBlock) : [];
  const services = Object.values(asBlock(job.services) ?? {}).map(asBlock);
  const images = [
    asBlock(job.container)?.image ?? job.container,
    ...services.map(service => service?.image),
  ].flatMap(textsOf);
  return [
    ...[job.uses, ...steps.map(step => step?.uses)]
      .flatMap(textsOf)
      .filter(name => !name.startsWith('./'))
      .map(useOf),
    ...images.map(imageOf),
  ];
}

function useOf(text: string): Workflow['uses'][number] {
  if (text.startsWith('docker://')) {
    return imageOf(text.slice('docker://'.length));
  }
  const [name = text, version] = text.split('@');
  return {
    name,
    ...(version && { version }),
    pinned: /^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(version ?? ''),
  };
}

function imageOf(text: string): Workflow['uses'][number] {
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

function runnersOf(runsOn: unknown): string[] {
  const block = asBlock(runsOn);
  return block
    ? [
        ...textsOf(block.group).map(group => `group: ${group}`),
        ...textsOf(block.labels),
      ]
    : textsOf(runsOn);
}

/** Names in a text, a list of texts, or the keys of a block. */
function namesOf(value: unknown): string[] {
  const block = asBlock(value);
  return block ? Object.keys(block) : textsOf(value);
}

function textsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter(
    text => typeof text === 'string' && text !== '',
  ) as string[];
}

function distinct(names: string[]): string[] {
  return [...new Set(names)];
}

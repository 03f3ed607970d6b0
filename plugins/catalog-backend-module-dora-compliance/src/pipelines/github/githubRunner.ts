import {
  asBlock,
  type Block,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { DiscoveredPipeline } from '../PipelineSource';

type Runner = DiscoveredPipeline['runner'];

const HOSTED = /^(ubuntu|windows|macos)-/;

/**
 * Where the jobs of a workflow run. Labels that GitHub does not reserve may be
 * larger hosted runners or machines of one's own: which is unknown.
 */
export function readRunner(jobs: readonly Block[]): Runner {
  const perJob = jobs.flatMap(listChoices);
  const kinds = new Set(perJob.map(classifyLabels));
  const labels = [...new Set(perJob.flatMap(choice => choice ?? []))].sort(
    (a, b) => (a < b ? -1 : 1),
  );
  return {
    kind: kinds.has('unknown') ? 'unknown' : combineKinds(kinds),
    ...(labels.length > 0 && { labels }),
  };
}

function combineKinds(kinds: Set<Runner['kind']>): Runner['kind'] {
  const [kind = 'unknown'] = kinds;
  return kinds.size > 1 ? 'mixed' : kind;
}

/** The sets of labels a job may run on; undefined for one nobody can tell. */
function listChoices(job: Block): (string[] | undefined)[] {
  const runsOn = job['runs-on'];
  if (Array.isArray(runsOn)) {
    return [runsOn.every(isPlain) ? runsOn : undefined];
  }
  const matrixKey =
    typeof runsOn === 'string' &&
    /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(runsOn)?.[1];
  if (matrixKey) {
    return matrixChoices(job, matrixKey);
  }
  const labels = asBlock(runsOn)?.labels ?? runsOn;
  const list = Array.isArray(labels) ? labels : [labels];
  return [list.every(isPlain) ? list : undefined];
}

function matrixChoices(job: Block, key: string) {
  const matrix = asBlock(asBlock(job.strategy)?.matrix);
  const values = matrix?.[key];
  // `include` may add values: they are not followed.
  return Array.isArray(values) && values.every(isPlain) && !matrix?.include
    ? values.map(value => [value])
    : [undefined];
}

function classifyLabels(labels: string[] | undefined): Runner['kind'] {
  if (labels?.includes('self-hosted')) {
    return 'self-hosted';
  }
  return labels?.length && labels.every(label => HOSTED.test(label))
    ? 'hosted'
    : 'unknown';
}

/** Whether a text stands for itself, with nothing to be filled in. */
export function isPlain(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.includes('${{');
}

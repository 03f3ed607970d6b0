import { listStories } from '../../Story';
import { buildRepository, makeCommitSha, makeId } from '../names';

const DAY = 24 * 60 * 60_000;

/** The code is scanned so often, at noon. */
const EVERY_DAYS = 6;

/** How far back scans are listed. */
const DAYS = 140;

/** It was not scanned for 17 days. */
const GAP = { service: 'fraud-scoring', from: 24, to: 41 };

/** The analyses of code scanning, newest first. */
export function listAnalyses(service: string, midnight: number) {
  const stories = listStories(midnight).filter(
    ({ release }) => release.service === service,
  );
  const days = Array.from(
    { length: Math.floor(DAYS / EVERY_DAYS) },
    (_, index) => 1 + index * EVERY_DAYS,
  );
  const held =
    service === GAP.service
      ? [
          ...days.filter(day => day < GAP.from || day > GAP.to),
          GAP.from,
          GAP.to,
        ].sort((a, b) => a - b)
      : days;
  const regular = held.map(daysAgo => {
    const at = new Date(midnight - daysAgo * DAY + DAY / 2)
      .toISOString()
      .replace('.000', '');
    const last = stories.findLast(({ clock }) => clock(-60) <= at);
    const commit = last?.after ?? makeCommitSha(`${service} before`);
    return describe(service, commit, at);
  });
  // Each release is scanned while it is built.
  const built = stories.map(({ after, clock }) =>
    describe(service, after, clock(-48)),
  );
  return [...regular, ...built].sort((a, b) =>
    b.created_at.localeCompare(a.created_at),
  );
}

function describe(service: string, commit: string, at: string) {
  const id = makeId(`analysis ${service} ${at}`);
  return {
    ref: 'refs/heads/main',
    commit_sha: commit,
    analysis_key: '.github/workflows/release.yml:scan',
    environment: '{}',
    category: 'code',
    error: '',
    created_at: at,
    results_count: 0,
    rules_count: 214,
    id,
    url: `${buildRepository(service).url}/code-scanning/analyses/${id}`,
    sarif_id: `sarif-${id}`,
    tool: { name: 'CodeQL', guid: null, version: '2.23.6' },
    deletable: false,
    warning: '',
  };
}

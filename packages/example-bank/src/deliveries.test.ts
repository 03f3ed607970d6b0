import type { Entity } from '@backstage/catalog-model';
import { pipelineUrn } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readCatalog } from './__testUtils__/readCatalog';
import { deliveries } from './deliveries';
import { listRequests } from './requests';

const today = '2026-11-24';
const sent = deliveries(today);
const requests = listRequests(today);

const declaredUrn = ({ spec }: Entity) =>
  (spec?.dora as any)?.pipeline?.urn as string | undefined;

/** The pipelines that ran, each with the number of its runs. */
function runs() {
  const found: Record<string, number> = {};
  for (const { event, payload } of sent) {
    if (event === 'workflow_run') {
      const { repository, workflow_run: run } = payload as any;
      const urn = pipelineUrn({
        host: new URL(repository.html_url).host,
        project: repository.full_name,
        definition: run.path,
      });
      found[urn] = (found[urn] ?? 0) + 1;
    }
  }
  return found;
}

function countBySource() {
  const counts: Record<string, number> = {};
  for (const { source } of requests) {
    counts[source] = (counts[source] ?? 0) + 1;
  }
  return counts;
}

describe('deliveries', () => {
  it('are the same, byte for byte, for the same day', () => {
    expect(listRequests(today)).toEqual(requests);
    expect(new Set(requests.map(one => JSON.stringify(one))).size).toBe(
      requests.length,
    );
    expect(countBySource()).toEqual({
      github: 460,
      gitlab: 30,
      jenkins: 4,
      'azure-devops': 16,
      cdevents: 8,
      runtime: 1,
    });
  });

  it('have happened before the day, in the order of time', () => {
    const times = requests.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(times.at(-1)! < today).toBe(true);
  });

  it('run declared pipelines, and one that is in no catalog file', async () => {
    const declared = (await readCatalog()).flatMap(
      entity => declaredUrn(entity) ?? [],
    );
    const undeclared = Object.entries(runs()).filter(
      ([urn]) => !declared.includes(urn),
    );
    expect(undeclared).toEqual([
      [
        'urn:cicd:github.com:meridian-bank/ledger:.github/workflows/hotfix.yml',
        2,
      ],
    ]);
    expect(Object.keys(runs())).toHaveLength(8);
  });
});

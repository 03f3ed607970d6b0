import { assetNamed, at } from '../../testing/samples';
import { ComplianceQuery } from './ComplianceQuery';

it('says that results are up to date only of those read afterwards', async () => {
  const asset = assetNamed('a');
  let due = 1;
  const shown: number[] = [];
  const query = new ComplianceQuery({
    register: { find: async () => ({ asset, criticality: {} }) },
    assessments: {
      // The worker is done while the question is on its way.
      countDue: async () => {
        await new Promise(resolve => setImmediate(resolve));
        due = 0;
        return due;
      },
      results: async () => {
        shown.push(due);
        return new Map();
      },
    },
    evidence: { lastRecordedAt: async () => undefined },
    controls: new Map(),
  } as never);
  const view = await query.readCompliance(asset.entityRef, at(0), {
    seesAll: async () => true,
  } as never);
  expect(view?.pending).toBe(false);
  expect(shown).toEqual([0]);
});

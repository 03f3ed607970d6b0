import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assessQueued } from '../../plugins/dora-compliance-backend/src/assess/assessQueued';
import type { ControlCatalogue } from '../../plugins/dora-compliance-backend/src/assess/ControlCatalogue';
import { normaliseWith } from '../../plugins/dora-compliance-backend/src/testing/normaliseWith';
import type { TestStores } from '../../plugins/dora-compliance-backend/src/testing/TestStores';
import { now } from './clock';
import { createDocument, lateAfter } from './fillBank';
import { buildReleases } from './releases';
import type { Figures } from './report';
import { sizes } from './sizes';

/** How many pairs become due by one new piece of evidence, by its type. */
export async function pairsMarked(
  stores: TestStores,
  controls: ControlCatalogue,
): Promise<Figures> {
  const asset = sizes.assets - 1;
  const one = buildReleases(asset, sizes.releases + 1, now()).slice(-7);
  const byType = new Map(one.map(item => [item.type, item]));
  const figures: Figures = {};
  for (const [type, statement] of byType) {
    await keep(stores, statement);
    const due = await stores.assessments.countDue(now());
    figures[`pairs due by one ${type}`] = due;
    const { assessments, decision } = stores;
    const options = { controls, limit: 50 };
    while (
      (await assessQueued(assessments, decision, { ...options, now: now() })) >
      0
    );
  }
  return figures;
}

async function keep({ documents }: TestStores, statement: Statement) {
  const at = now();
  await documents.receive([createDocument(`one ${statement.type}`, at)]);
  await normaliseWith(documents, {
    limit: 1,
    now: at,
    lateAfter,
    normalise: () => ({ outcome: 'normalised', statements: [statement] }),
  });
}

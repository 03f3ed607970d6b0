import path from 'node:path';
import {
  Act,
  expandProvisionRef,
  listBinding,
  Regime,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  loadControlFolder,
  loadProvisions,
  requireKnownProvisions,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

const root = path.resolve(__dirname, '..');
const loadIndex = () => loadProvisions(path.join(root, 'provisions.yaml'));
const loadControls = () => loadControlFolder(path.join(root, 'controls'));

it('the controls cite only provisions that are in the index', async () => {
  const [controls, index] = [await loadControls(), await loadIndex()];
  expect(() => requireKnownProvisions(controls, [index])).not.toThrow();
});

it('the index has provisions of every act', async () => {
  expect(Object.keys(await loadIndex()).sort()).toEqual(
    [...Act.options].sort(),
  );
});

it('no control has DORA 21 as its legal basis: it is about reports to authorities', async () => {
  expect(Object.keys((await loadIndex()).DORA ?? {})).not.toContainEqual(
    expect.stringMatching(/^21\b/),
  );
});

it('each control says what it does not assess, and its regimes', async () => {
  for (const { id, notCovered, regimes } of await loadControls()) {
    expect([id, notCovered?.length]).toEqual([id, expect.any(Number)]);
    expect([id, regimes]).toEqual([id, expect.arrayContaining(['full'])]);
    expect(Regime.options).toEqual(expect.arrayContaining(regimes ?? []));
  }
});

describe('what binds in a regime', () => {
  /** What the controls cite in a regime, each with its article. */
  const listCited = async (regime: Regime) =>
    (await loadControls()).flatMap(control =>
      listBinding(control, regime).flatMap(({ act, ref, relation }) =>
        expandProvisionRef(ref).map(one => ({
          article: Number(/^\d+/.exec(one)?.[0]),
          cited: `${control.code} ${relation} ${act} ${one}`,
        })),
      ),
    );

  it('an ICT provider has no duty of its own: contracts ask (DORA 30)', async () => {
    const cited = await listCited('ict-provider');
    expect(cited).not.toHaveLength(0);
    for (const { cited: one } of cited) {
      expect(one).toMatch(/ supports DORA 30\(/);
    }
  });

  it('DORA 16 and RTS 28 to 41 stand in place of DORA 5 to 15 and RTS 1 to 27', async () => {
    for (const { article, cited } of await listCited('simplified')) {
      const isFull =
        (cited.includes(' DORA ') && article >= 5 && article <= 15) ||
        (cited.includes(' RTS-2024/1774 ') && article <= 27);
      expect(isFull ? cited : '').toBe('');
    }
    for (const regime of ['full', 'microenterprise'] as const) {
      for (const { article, cited } of await listCited(regime)) {
        const isSimplified =
          (cited.includes(' DORA ') && article === 16) ||
          (cited.includes(' RTS-2024/1774 ') && article >= 28);
        expect(isSimplified ? cited : '').toBe('');
      }
    }
  });

  it('microenterprises are exempt from an independent control function, audits, and a program of tests', async () => {
    for (const { cited } of await listCited('microenterprise')) {
      expect(cited).not.toMatch(
        / DORA (5\(3\)|6\([467]\)|8\([37]\)|24\([13-6]\)|25\(1\))/,
      );
    }
  });
});

import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { at, built, deployed } from '../../testing/story';
import { judgeTraceability } from './traceability';

function causes(member: Evidence, more: Evidence[] = []) {
  const index = new EvidenceIndex([member, ...more], at(10_000));
  return judgeTraceability(member, index).map(({ cause }) => cause.code);
}

describe('judgeTraceability', () => {
  it('prefers the run that succeeded late to one that failed later', () => {
    const late = built(50, 'm');
    const member = deployed(40, 'm');
    const all = [member, late, built(60, 'm', 'failure')];
    const checks = judgeTraceability(
      member,
      new EvidenceIndex(all, at(10_000)),
    );
    expect(checks[1]).toMatchObject({
      cause: { code: 'run-after-deployment' },
    });
    expect(checks[1]?.evidence[0]).toBe(late.id);
  });

  it('takes no run on another commit', () => {
    expect(causes(deployed(40, 'm'), [built(30, 'other')])).toContain('no-run');
  });

  it.each(['latest', 'v1.2.3', 'sha256:abc'])(
    'takes %s for no identification of an artifact',
    digest => {
      expect(causes(deployed(40, 'm', { artifact: { digest } }))).toContain(
        'artifact-unidentified',
      );
    },
  );
});

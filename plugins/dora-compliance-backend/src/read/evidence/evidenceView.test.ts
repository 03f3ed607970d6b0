import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at, received, statementOn } from '../../testing/samples';
import { inEnglish } from '../inEnglish';
import { evidenceView } from './evidenceView';

it('shows how far evidence is proven, not its first document', () => {
  const { document } = received('{}');
  const shown = {
    evidence: {
      ...statementOn('a'),
      id: computeDigest('a'),
      recordedAt: at(1),
      documentDigest: document.digest,
      verification: 'authenticated',
      proof: 'secret',
    } as never,
    document: { ...document, verification: 'unverified' as const },
  };
  expect(evidenceView(shown, inEnglish)).toMatchObject({
    verification: 'authenticated',
    document: { verification: 'unverified' },
  });
});

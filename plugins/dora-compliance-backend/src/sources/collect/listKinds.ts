import { ManualEvidenceType } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  EvidenceCollector,
  EvidenceSource,
  SourceGives,
  SourceSetup,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { catalogSource, peopleSource } from '../../register/ownSources';
import type { SourceKinds } from '../silence/sourceState';

/**
 * What the backend writes itself: nobody can push in the name of these sources, and
 * they are not polled.
 */
const OWN_GIVES: ReadonlyMap<string, SourceGives> = new Map([
  [
    catalogSource.id,
    { delivered: ['asset-record-observed', 'ownership-observed'] },
  ],
  [
    peopleSource.id,
    {
      delivered: [
        ...ManualEvidenceType.options,
        'evidence-confirmed',
        'review-completed',
      ],
    },
  ],
]);

/** What each installed source can do, including those that are off. */
export function listKinds(
  sources: ReadonlyMap<string, EvidenceSource>,
  collectors: ReadonlyMap<string, EvidenceCollector>,
  setups: ReadonlyMap<string, SourceSetup> = new Map(),
): Map<string, SourceKinds> {
  const kindsOfOne = (id: string): SourceKinds => {
    const source = sources.get(id);
    const {
      title,
      off,
      notices = [],
      gives = OWN_GIVES.get(id),
    } = setups.get(id) ?? {};
    return {
      ...(title !== undefined && { title }),
      receives: source ? source.receives ?? !OWN_GIVES.has(id) : false,
      collects: collectors.has(id),
      ...(source?.askedWith !== undefined && { askedWith: source.askedWith }),
      ...(source?.pages && { pages: source.pages }),
      ...(gives && { gives }),
      ...(off && { off }),
      notices,
    };
  };
  return new Map(
    [...new Set([...sources.keys(), ...setups.keys()])].map(id => [
      id,
      kindsOfOne(id),
    ]),
  );
}

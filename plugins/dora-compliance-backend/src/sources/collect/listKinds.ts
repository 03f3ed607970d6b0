import type {
  EvidenceCollector,
  EvidenceSource,
  SourceSetup,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { catalogSource, peopleSource } from '../../register/ownSources';
import type { SourceKinds } from '../silence/sourceState';

/**
 * Written by the backend: nobody can push in their name, and they are not
 * polled.
 */
const OWN = new Set([catalogSource.id, peopleSource.id]);

/** What each installed source can do, including those that are off. */
export function listKinds(
  sources: ReadonlyMap<string, EvidenceSource>,
  collectors: ReadonlyMap<string, EvidenceCollector>,
  setups: ReadonlyMap<string, SourceSetup> = new Map(),
): Map<string, SourceKinds> {
  const kindsOfOne = (id: string): SourceKinds => {
    const source = sources.get(id);
    const { title, off, notices = [] } = setups.get(id) ?? {};
    return {
      ...(title !== undefined && { title }),
      receives: source ? source.receives ?? !OWN.has(id) : false,
      collects: collectors.has(id),
      ...(source?.askedWith !== undefined && { askedWith: source.askedWith }),
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

import { describeProblem } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { Metadata } from '../fields';
import type { Item } from '../listItems';
import type { KnownObject } from './ObjectIndex';
import { workloadKinds } from './Workload';

const Identified = z.looseObject({ metadata: Metadata });

/**
 * The objects of a document that say what they are, and sentences on the others.
 * Objects of kinds that are not read may be anything.
 */
export function readObjects(items: readonly Item[]): {
  known: KnownObject[];
  flaws: string[];
} {
  const known: KnownObject[] = [];
  const flaws: string[] = [];
  for (const { kind, value, path } of items) {
    try {
      if (kind === undefined) {
        throw new TypeError('kind is missing');
      }
      const { metadata } = Identified.parse(value);
      if (kind === 'Pod' && !metadata.namespace) {
        throw new TypeError('metadata.namespace is missing');
      }
      known.push({ kind, metadata, value, path });
    } catch (error) {
      if (kind === undefined || kind === 'Pod' || workloadKinds.has(kind)) {
        flaws.push(`${path}: ${describeProblem(error)}`);
      }
    }
  }
  return { known, flaws };
}

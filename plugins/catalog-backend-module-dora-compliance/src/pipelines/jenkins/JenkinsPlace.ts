import { z } from 'zod';
import { DiscoveryError } from '../DiscoveryError';

/**
 * A folder that is not read to its end: where reading goes on, and the name
 * of the item before that place.
 */
const JenkinsPlaceShape = z.tuple([
  z.array(z.string().min(1)).describe('names of the folder and those above'),
  z.number().int().nonnegative(),
  z.string().optional(),
]);

export type JenkinsPlace = z.infer<typeof JenkinsPlaceShape>;

const ROOT: JenkinsPlace = [[], 0];

/**
 * A cursor is what is left to read. It holds the unread folders of one page
 * for each level, so it stays small however many folders there are.
 */
export function parseCursor(cursor?: string): JenkinsPlace[] {
  if (cursor === undefined) {
    return [ROOT];
  }
  try {
    return z.array(JenkinsPlaceShape).min(1).parse(JSON.parse(cursor));
  } catch (cause) {
    throw new DiscoveryError('unexpected', 'no cursor of Jenkins', { cause });
  }
}

export function writeCursor(places: JenkinsPlace[]): string | undefined {
  return places.length > 0 ? JSON.stringify(places) : undefined;
}

import { errorDetail } from '../read/errorDetail';
import { Fault } from './Fault';

/** Answers that there is no such asset. */
export function unknownAsset(entityRef: string): never {
  throw new Fault('asset-unknown', errorDetail('asset-unknown', { entityRef }));
}

import {
  type CompiledControl,
  typesRead,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { InstalledControl } from './AssessmentStore';

/** A control as it is installed. */
export function toInstalled({
  control,
  digest,
  codeDigest,
  versions,
  needs,
}: CompiledControl): InstalledControl {
  return { control, digest, codeDigest, versions, reads: typesRead(needs) };
}

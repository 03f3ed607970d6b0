import type { SourceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Nothing } from './Nothing';
import { isOff, nameOf } from './sourceWords';

/** That a source is not collected from, and what to do about it. */
export function NoCollector({ source }: { source: SourceView }) {
  if (isOff(source)) {
    return (
      <Nothing title={`${nameOf(source)} is off`}>
        {source.reason.sentence}
      </Nothing>
    );
  }
  if (!source.kinds.receives) {
    return (
      <Nothing title={`${nameOf(source)} needs no collector`}>
        It is read from this Backstage itself.
      </Nothing>
    );
  }
  return (
    <Nothing title={`Nothing is collected from ${nameOf(source)}`}>
      What it does not push by itself is not known, and can't be asked for
      afterwards. Collecting starts when Backstage has credentials for it, as
      the README of its module says, and the backend is started again.
    </Nothing>
  );
}

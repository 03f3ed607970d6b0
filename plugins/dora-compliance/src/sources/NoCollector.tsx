import type { SourceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Nothing } from './Nothing';
import { nameOf } from './sourceWords';

/** That a source can't be asked, and what to do about it. */
export function NoCollector({ source }: { source: SourceView }) {
  if (!source.kinds.receives) {
    return (
      <Nothing title={`${nameOf(source)} needs no collector`}>
        It is read from this Backstage itself.
      </Nothing>
    );
  }
  return (
    <Nothing title={`No collector is configured for ${nameOf(source)}`}>
      What it does not push by itself is not known, and can not be asked for
      afterwards. Set up its collector under doraCompliance in the
      configuration, as the README of its module says, and start the backend
      again.
    </Nothing>
  );
}

import type { SourceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The properties of every tab of a source. */
export type PanelProps = {
  source: SourceView;
  /** The figures of the source have changed. */
  onChange: () => void;
};

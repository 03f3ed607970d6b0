import { FlawedPanel } from './FlawedPanel';
import { Nothing } from './Nothing';
import type { PanelProps } from './SourceDetail';

/** Documents some of which could not be read, and what of them. */
export function PartialPanel(props: PanelProps) {
  return (
    <FlawedPanel
      {...props}
      state="partial"
      of="Partial documents"
      empty={
        <Nothing title="No document was read only in part">
          A document shows up here when evidence was made of some of it, and the
          rest could not be read. It can be replayed when its reader was mended.
        </Nothing>
      }
    />
  );
}

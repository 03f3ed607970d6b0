import { FlawedPanel } from './FlawedPanel';
import { Nothing } from './Nothing';
import type { PanelProps } from './PanelProps';

/** Documents some of which could not be read, and what of them. */
export function PartialPanel(props: PanelProps) {
  return (
    <FlawedPanel
      {...props}
      state="partial"
      of="Partial documents"
      empty={
        <Nothing title="No document is partial">
          A document is listed here when some of it became evidence and the rest
          could not be read. Replay it after its parser is fixed.
        </Nothing>
      }
    />
  );
}

import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { useTranslation } from '../translation/useTranslation';
import { type Range, readRange } from './trendRanges';

/** How far back a history goes. It is in the address of the page. */
export function RangeToggle({ ranges }: { ranges: readonly Range[] }) {
  const { t } = useTranslation();
  const { range, showRange } = useRange(ranges);
  return (
    <ToggleButtonGroup
      aria-label={t('trend.range')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[range]}
      onSelectionChange={keys => showRange([...keys][0] as Range)}
    >
      {ranges.map(id => (
        <ToggleButton key={id} id={id} size="small">
          {t(`trend.ranges.${id}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** The range in the address, and how to change it. */
export function useRange(ranges: readonly Range[]) {
  const [params, setParams] = useSearchParams();
  const showRange = (range: Range) =>
    setParams(former => {
      const next = new URLSearchParams(former);
      next.set('range', range);
      return next;
    });
  return { range: readRange(params.get('range'), ranges), showRange };
}

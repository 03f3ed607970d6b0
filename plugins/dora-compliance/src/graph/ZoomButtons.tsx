import { Button } from '@backstage/ui';
import {
  RiExpandLeftRightLine,
  RiZoomInLine,
  RiZoomOutLine,
} from '@remixicon/react';
import { useTranslation } from '../translation/useTranslation';
import styles from './graph.module.css';
import type { Zoom } from './useZoom';

/** Changes the size of the graph. */
export function ZoomButtons(props: { zoom: Zoom }) {
  const { scale, zoomIn, zoomOut, fit } = props.zoom;
  const { t } = useTranslation();
  return (
    <div
      className={styles.tools}
      role="group"
      aria-label={t('dependencies.zoom')}
    >
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiZoomOutLine aria-hidden />}
        isDisabled={!zoomOut}
        onPress={zoomOut}
      >
        {t('dependencies.zoomOut')}
      </Button>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiZoomInLine aria-hidden />}
        isDisabled={!zoomIn}
        onPress={zoomIn}
      >
        {t('dependencies.zoomIn')}
      </Button>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiExpandLeftRightLine aria-hidden />}
        isDisabled={scale === 'fit'}
        onPress={fit}
      >
        {t('dependencies.fit')}
      </Button>
    </div>
  );
}

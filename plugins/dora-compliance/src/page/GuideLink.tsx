import { WebLink } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';
import { guides } from './guides';

/** A link to a guide, which opens beside this Backstage. */
export function GuideLink(props: { guide: keyof typeof guides }) {
  const { guide } = props;
  const { t } = useTranslation();
  return (
    <WebLink href={guides[guide]} target="_blank">
      {t(`guide.${guide}`)}
    </WebLink>
  );
}

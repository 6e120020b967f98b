import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import classes from './admin.module.css';
import { sectionIcons } from './section-icons.ts';
import { pathOf, sections, type Section } from './sections.ts';

interface SectionFrameProps {
  section: Section;
  /** Whether this is the section's first page; the others lead back to that one. */
  isFirst: boolean;
  children: ReactNode;
}

/** A section, with the way to the others beside it; where there is no room for that, with the way back to all of them. */
export function SectionFrame({ section, isFirst, children }: SectionFrameProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.frame}>
      <nav aria-label={t('admin.title')} className={classes.sections}>
        {sections.map((each) => {
          const Icon = sectionIcons[each];
          return (
            <Link
              key={each}
              href={pathOf(each)}
              className={classes.section}
              aria-current={each === section ? 'page' : undefined}
            >
              <Icon size={18} aria-hidden />
              {t(`admin.section.${each}`)}
            </Link>
          );
        })}
      </nav>
      <div>
        {isFirst && (
          <Anchor component={Link} href="/admin" className={classes.allSections}>
            <IconArrowLeft size={16} aria-hidden />
            {t('admin.title')}
          </Anchor>
        )}
        {children}
      </div>
    </div>
  );
}

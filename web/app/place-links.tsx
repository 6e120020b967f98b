import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { User } from '../api/client.ts';
import { placeIcons } from './place-icons.tsx';
import { placesOf } from './places.ts';

/** The ways through the application that this person has; the one that they are on is marked. */
export function PlaceLinks({ user }: { user: User }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  return placesOf(user).map(({ name, icon, routes }) => {
    const [path] = routes;
    if (!icon || !path) return null;
    const Icon = placeIcons[icon];
    const isHere = location === path || location.startsWith(`${path}/`);
    return (
      <Link key={name} href={path} className="top-link" aria-current={isHere ? 'page' : undefined}>
        <Icon size={18} aria-hidden />
        {t(`place.${name}`)}
      </Link>
    );
  });
}

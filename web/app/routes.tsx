import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useSession } from '../session/session.ts';
import { Loading } from '../shared/loading-state.tsx';
import { PageProblem } from '../shared/problem-alert.tsx';
import { homeOf, placesOf } from './places.ts';
import { Shell } from './shell.tsx';

const SignInPage = lazy(() => import('../session/sign-in-page.tsx'));
const AccountPage = lazy(() => import('../session/account-page.tsx'));
const NotFoundPage = lazy(() => import('./not-found-page.tsx'));

/** Which page is at which address, for whoever is signed in. What is not theirs is not there. */
export function Routes() {
  const { data: user, error, isPending, refetch } = useSession();
  if (isPending) return <Loading page />;
  if (user === undefined) return <PageProblem error={error} retry={() => void refetch()} />;
  if (user === null) {
    return (
      <Suspense fallback={<Loading page />}>
        <SignInPage />
      </Suspense>
    );
  }
  if (user.mustChangePassword || user.mustEnrolSecondFactor) {
    return (
      <Shell user={user}>
        <Suspense fallback={<Loading />}>
          <AccountPage />
        </Suspense>
      </Shell>
    );
  }
  return (
    <Shell user={user}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/">
            <Redirect to={homeOf(user)} replace />
          </Route>
          {placesOf(user).flatMap(({ page: Page, routes }) =>
            routes.map((path) => (
              <Route key={path} path={path}>
                {(params) => <Page params={params} />}
              </Route>
            )),
          )}
          <Route path="/account" component={AccountPage} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </Shell>
  );
}

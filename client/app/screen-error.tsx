import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';

/** A screen broke. What was saved is with the server; loading again starts from there. */
export function ScreenError() {
  return (
    <EmptyState title="This screen stopped working">
      <p>Nothing that was saved is lost.</p>
      <Button look="primary" onClick={() => location.reload()}>
        Load it again
      </Button>
    </EmptyState>
  );
}

export function ScreenMissing() {
  return (
    <EmptyState title="There is nothing at this address">
      <p>
        <a href="/">Go to the board</a>
      </p>
    </EmptyState>
  );
}

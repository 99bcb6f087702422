import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { PortalBookings } from '@portico/elements/react';

/** The wrapper works in React 18 and 19: properties are props, events are `onPortal…`. */
function App({ business, apiUrl }) {
  const [said, setSaid] = useState('');
  const [door, setDoor] = useState('');
  const [theme, setTheme] = useState('auto');
  return <>
    <PortalBookings business={business} apiUrl={apiUrl} theme={theme} className="book" onPortalReady={({ detail }) => setSaid(`ready: ${detail.business}`)}>
      <a href={`${apiUrl}/p/${business}`}>Book online</a>
    </PortalBookings>
    {/* React 19 sets attributes and listens by itself; up to 18 use the wrapper. */}
    <portal-login business={business} api-url={apiUrl} theme={theme} onportal-ready={() => setDoor(', and sign-in')} />
    <button onClick={() => setTheme('dark')}>Dark</button>
    <p id="said">{said}{door}</p>
  </>;
}

// The wrapper fetches its own element; a bare tag needs the import.
import('@portico/elements/login');
createRoot(document.querySelector('#app')).render(<StrictMode><App {...window.place} /></StrictMode>);

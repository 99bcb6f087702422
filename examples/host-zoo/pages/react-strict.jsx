// A page of the owner's own React site, in StrictMode, which mounts everything twice. Bundled when the zoo opens.
import { StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

const reserved = (minHeight) => ({ display: 'block', minHeight });

function Portal() {
  const [renders, setRenders] = useState(0);
  const [isShown, setShown] = useState(true);
  const [booked, setBooked] = useState('');
  const bookings = useRef(null);
  useEffect(() => {
    const element = bookings.current;
    const listen = ({ detail }) => setBooked(detail.bookingId);
    element?.addEventListener('portal-booking-created', listen);
    return () => element?.removeEventListener('portal-booking-created', listen);
  }, [isShown]);
  return (
    <main data-booked={booked}>
      <h1>Book a visit</h1>
      <p>
        <button type="button" id="again" onClick={() => setRenders(renders + 1)}>Rendered again {renders} times</button>{' '}
        <button type="button" id="toggle" onClick={() => setShown(!isShown)}>Mount or unmount</button>
      </p>
      {isShown && <portal-bookings ref={bookings} style={reserved('{{bookings-height}}')} heading-level={2}><a href="{{hosted}}">Book online</a></portal-bookings>}
      {isShown && <portal-login style={reserved('{{login-height}}')}><a href="{{hosted}}">Sign in</a></portal-login>}
      <p>After it.</p>
    </main>
  );
}

const root = createRoot(document.querySelector('#app'));
flushSync(() => root.render(<StrictMode><Portal /></StrictMode>));

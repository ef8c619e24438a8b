'use client';

import { useEffect, useState } from 'react';

/** Seconds that are left, and how to begin anew with so many. */
export function useCountdown(): readonly [secondsLeft: number, begin: (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => {
      setSeconds(seconds - 1);
    }, 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [seconds]);
  return [
    seconds,
    (begun) => {
      setSeconds(Math.max(1, Math.ceil(begun)));
    },
  ];
}

// Runs before the first paint, so that nobody sees the wrong theme flash. Kept apart from the bundle because the
// content security policy allows no inline script.
;(function () {
  var choice = 'system'
  try {
    choice = localStorage.getItem('proconnect.theme') || 'system'
  } catch {
    // Storage may be switched off; the system's theme is used then.
  }
  var dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()

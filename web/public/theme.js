// Runs before the first paint, so that nobody sees the wrong theme, or the page of another reader, flash, and so that nothing done
// before the client's code has come is lost. Kept apart from the bundle because the content security policy allows no inline
// script.
;(function () {
  var choice = 'system'
  try {
    choice = localStorage.getItem('proconnect.theme') || 'system'
  } catch {
    // Storage may be switched off; the system's theme is used then.
  }
  var dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'

  // Who reads: somebody with a session, a visitor, or a visitor who asks for more than the HTML can hold. What is painted in
  // the HTML for others stays hidden (app.css), and the client draws the page (main.tsx).
  var reader = location.search ? 'asking' : 'visitor'
  try {
    if (localStorage.getItem('proconnect.session')) reader = 'own'
  } catch {
    // Without storage nobody stays signed in over a reload.
  }
  document.documentElement.dataset.reader = reader

  // What is pressed or chosen in the painted page before it works is kept, and done when it does (use-arrival.ts). Links and forms
  // are the browser's own.
  var kept = []
  var pressed = 'button[type=button], [type=radio], [type=checkbox]'
  function keep(event) {
    var target = event.target.closest(event.type === 'click' ? pressed : 'select, input:not(' + pressed + ')')
    if (!target || !target.closest('[data-painted=visitor]')) return
    event.stopImmediatePropagation()
    if (event.type === 'click') event.preventDefault()
    kept.push(target)
  }
  document.addEventListener('click', keep, true)
  document.addEventListener('change', keep, true)
  document.addEventListener(
    'page-works',
    function () {
      document.removeEventListener('click', keep, true)
      document.removeEventListener('change', keep, true)
      kept.forEach(function (target) {
        if (target.matches(pressed)) target.click()
        else
          target.dispatchEvent(
            target.matches('select')
              ? new Event('change', { bubbles: true })
              : new FocusEvent('focusout', { bubbles: true }),
          )
      })
    },
    { once: true },
  )
})()

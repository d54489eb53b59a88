"""Entry point: `streamlit run dashboard.py`.

The server imports this file once, as `dashboard`, and then runs it as `__main__`
for every visitor.
"""

if __name__ == "__main__":
    from ui import shell

    shell.run()
else:
    import os

    import streamlit as st

    import exports.routes
    import projector.routes
    from exports.first_paint import FirstPaint
    from exports.rebuilding import Rebuilding
    from ui import clock, errors, live, store, warm
    from ui.streamlit_words import streamlit_words
    from web import doorkeeper, logs, middleware, pledge, routes, startup
    from web import live as live_route
    from web.first_answer import FirstAnswer

    logs.configure()
    # Here and not in the lifespan, where the server would add a traceback.
    url = startup.usable_database(os.environ)
    ways = startup.usable_ways(os.environ, startup.read_secrets())
    startup.close_password_sessions(url, ways, doorkeeper.utc_now())
    office = pledge.Office(clock.office_zone(os.environ), store.province())
    first_paint = FirstPaint()
    rebuilding = Rebuilding(os.environ)
    app = st.App(
        __file__,
        routes=[
            *routes.served(url, ways=ways),
            *pledge.served(url, office),
            *projector.routes.served(),
            *exports.routes.served(),
            *live_route.served(live.latest),
        ],
        middleware=middleware.stack(FirstAnswer(first_paint.ask), streamlit_words()),
        lifespan=startup.lifespan(warm.warm, first_paint.draw_ahead, rebuilding.follow),
        on_script_error=errors.show,
    )
